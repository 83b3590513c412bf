package org.trame.worksheet.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.trame.input.Field;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.worksheet.Edit;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Uploads;

/** Makes the edit a form was posted for, once the files that came with it are kept. */
@Component
public class FormPosts {

  private final Edits edits;
  private final FormViews forms;
  private final Uploads uploads;

  FormPosts(Edits edits, FormViews forms, Uploads uploads) {
    this.edits = edits;
    this.forms = forms;
    this.uploads = uploads;
  }

  /**
   * Makes an edit.
   *
   * @param typed what was typed; for a file that was kept before, its id
   * @param files the files chosen, by field
   * @return empty if it was made, otherwise the form as it was refused, with what was typed and
   *     kept
   */
  public Optional<FormView> make(
      String name, String subject, Map<String, String> typed, Map<String, MultipartFile> files) {
    Edit<?> edit = edits.get(name);
    Map<String, String> values = new HashMap<>(typed);
    try {
      if (!edits.available(name, subject)) {
        throw Refusal.of("refusal.edit.unavailable");
      }
      keep(edit, subject, values, files);
      edits.make(name, subject, values);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(forms.refused(edit, subject, values, refusal));
    }
  }

  /** Keeps the files that were chosen and notes their ids; if one is refused, says all at once. */
  private void keep(
      Edit<?> edit, String subject, Map<String, String> values, Map<String, MultipartFile> files) {
    List<Violation> violations = new ArrayList<>();
    Set<String> refused = new HashSet<>();
    for (Field field : edit.fields()) {
      MultipartFile file = files.get(field.name());
      if (field.kind() == Field.Kind.FILE && chosen(file)) {
        try {
          values.put(field.name(), keep(subject, file));
        } catch (Refusal refusal) {
          refused.add(field.name());
          refusal.violations().stream()
              .map(v -> new Violation(field.name(), v.key(), v.args()))
              .forEach(violations::add);
        }
      }
    }
    if (!refused.isEmpty()) {
      edits.violations(edit.name(), subject, values).stream()
          .filter(v -> !refused.contains(v.field()))
          .forEach(violations::add);
      throw new Refusal(violations);
    }
  }

  /** A browser hands in a part without a name where no file was chosen. */
  private static boolean chosen(MultipartFile file) {
    return file != null
        && file.getOriginalFilename() != null
        && !file.getOriginalFilename().isEmpty();
  }

  private String keep(String subject, MultipartFile file) {
    try (InputStream content = file.getInputStream()) {
      return uploads.keep(subject, file.getOriginalFilename(), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
