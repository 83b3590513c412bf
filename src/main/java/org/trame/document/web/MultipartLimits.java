package org.trame.document.web;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * What the server reads of a form with files: twice the largest file and the rest of the form, so
 * that a file somewhat too large is refused at its field and nothing typed is lost.
 */
@Configuration(proxyBeanMethods = false)
class MultipartLimits {

  private static final DataSize REST_OF_THE_FORM = DataSize.ofMegabytes(1);

  /** The most bytes of a request. */
  static DataSize ofRequest(DataSize file) {
    return DataSize.ofBytes(2 * file.toBytes() + REST_OF_THE_FORM.toBytes());
  }

  @Bean
  MultipartConfigElement multipartConfigElement(
      @Value("${trame.documents.max-size}") DataSize limit) {
    MultipartConfigFactory multipart = new MultipartConfigFactory();
    multipart.setMaxFileSize(ofRequest(limit));
    multipart.setMaxRequestSize(ofRequest(limit));
    return multipart.createMultipartConfig();
  }
}
