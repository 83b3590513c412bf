package org.trame.feed.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.trame.feed.CalendarFeed;

/** The feed calendar programs read: no session, no cookie; a token that is not known is nothing. */
@Controller
class FeedController {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final CalendarFeed feed;

  FeedController(CalendarFeed feed) {
    this.feed = feed;
  }

  /**
   * A calendar that has not changed is answered with 304 and without content; an unknown token with
   * a bare 404, for an error page would open a session.
   */
  @GetMapping("/calendar/{token}.ics")
  ResponseEntity<byte[]> read(@PathVariable String token) {
    return feed.of(token)
        .map(
            calendar ->
                ResponseEntity.ok()
                    .contentType(CALENDAR)
                    .cacheControl(CacheControl.noCache().cachePrivate())
                    .eTag(DigestUtils.md5DigestAsHex(calendar))
                    .body(calendar))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
