package org.trame.document.web;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What the server takes of an upload: one file of the largest size and the rest of the form. */
@Configuration(proxyBeanMethods = false)
class Uploads {

  private static final DataSize REST_OF_THE_FORM = DataSize.ofMegabytes(1);

  @Bean
  MultipartConfigElement multipartConfigElement(
      @Value("${trame.documents.max-size}") DataSize limit) {
    MultipartConfigFactory multipart = new MultipartConfigFactory();
    multipart.setMaxFileSize(limit);
    multipart.setMaxRequestSize(DataSize.ofBytes(limit.toBytes() + REST_OF_THE_FORM.toBytes()));
    return multipart.createMultipartConfig();
  }
}
