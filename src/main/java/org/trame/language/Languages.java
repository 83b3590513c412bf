package org.trame.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The two languages, and the text files of every module and regime. */
@Configuration(proxyBeanMethods = false)
public class Languages {

  /** French as written in Belgium; the first language. */
  public static final Locale FRENCH = Locale.forLanguageTag("fr-BE");

  /** Dutch as written in Belgium. */
  public static final Locale DUTCH = Locale.forLanguageTag("nl-BE");

  private static final String FILE_END = "_fr.properties";

  /**
   * Every {@code messages/<module>_fr.properties}, and {@code texts_fr.properties} of every
   * regime's folder, each beside its Dutch file.
   */
  @Bean
  MessageSource messageSource() {
    return texts();
  }

  static MessageSource texts() {
    var source = new ReloadableResourceBundleMessageSource();
    source.setDefaultEncoding("UTF-8");
    source.setDefaultLocale(FRENCH);
    source.setFallbackToSystemLocale(false);
    var resolver = new PathMatchingResourcePatternResolver();
    for (String pattern :
        new String[] {
          "classpath*:messages/*" + FILE_END, "classpath*:bpmn/regimes/*/*" + FILE_END
        }) {
      source.addBasenames(
          Arrays.stream(files(resolver, pattern)).map(Languages::basename).toArray(String[]::new));
    }
    return source;
  }

  private static Resource[] files(PathMatchingResourcePatternResolver resolver, String pattern) {
    try {
      return resolver.getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String basename(Resource file) {
    try {
      String url = file.getURL().toString();
      String path =
          url.substring(
              url.lastIndexOf(url.contains("/bpmn/regimes/") ? "/bpmn/regimes/" : "/messages/"));
      return "classpath:" + path.substring(1, path.length() - FILE_END.length());
    } catch (IOException e) {
      throw new IllegalStateException("Unreadable text file " + file, e);
    }
  }
}
