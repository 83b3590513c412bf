package org.trame.consultation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.programme.Contents;

/** What an opinion may be about besides the whole: the actions of the working draft. */
@Component
class OpinionSubjects {

  private final Contents contents;

  OpinionSubjects(Contents contents) {
    this.contents = contents;
  }

  /** Titles of the actions by code. */
  Map<String, String> titles(String programme) {
    Map<String, String> titles = new LinkedHashMap<>();
    contents.draft(programme).actions().forEach(a -> titles.put(a.code(), a.title()));
    return titles;
  }
}
