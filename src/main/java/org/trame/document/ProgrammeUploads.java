package org.trame.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.trame.input.Refusal;
import org.trame.worksheet.SubjectProgramme;
import org.trame.worksheet.Uploads;

/** Files of forms are documents of the programme the form is about. */
@Component
class ProgrammeUploads implements Uploads {

  private final Documents documents;
  private final List<SubjectProgramme> subjects;

  ProgrammeUploads(Documents documents, List<SubjectProgramme> subjects) {
    this.documents = documents;
    this.subjects = subjects;
  }

  @Override
  public UUID keep(String subject, String name, InputStream content) throws IOException {
    String programme =
        programme(subject).orElseThrow(() -> Refusal.of("refusal.document.noProgramme"));
    return documents.upload(programme, name, content).id();
  }

  @Override
  public Optional<String> nameOf(String subject, UUID id) {
    return programme(subject)
        .flatMap(programme -> documents.ofProgramme(programme, id))
        .map(StoredDocument::name);
  }

  @Override
  public String accepted() {
    return UploadChecks.ACCEPTED;
  }

  private Optional<String> programme(String subject) {
    return subjects.stream().flatMap(s -> s.programme(subject).stream()).findFirst();
  }
}
