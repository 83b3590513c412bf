package org.trame.document;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.worksheet.Edit;

/** What may be written about documents. */
@Configuration(proxyBeanMethods = false)
class DocumentEdits {

  @Bean
  Edit<AddDocument> addDocument(Documents documents) {
    return Edit.ofRoles(
        "add-document", AddDocument.class, documents::describe, documents::mayUpload);
  }
}
