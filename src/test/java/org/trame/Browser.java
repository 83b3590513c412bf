package org.trame;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A headless browser of one person, signed in to nothing. */
public final class Browser implements AutoCloseable {

  private static final int PATIENCE_MILLISECONDS = 40_000;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final com.microsoft.playwright.Browser chromium =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(
                      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                  .setArgs(List.of("--no-sandbox")));
  private final String address;

  public Browser(int port) {
    address = "http://localhost:" + port;
  }

  /** A page of a person who reads this language. */
  public Page person(String language) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale(language)
                .setTimezoneId("Europe/Brussels")
                .setViewportSize(1280, 1200));
    context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
    return context.newPage();
  }

  /** Signs in on the page that is shown. */
  public static void signIn(Page page, String account) {
    page.fill("#username", account);
    page.fill("#password", account);
    page.click("main button");
    page.waitForURL(url -> !url.contains("/login"));
  }

  /**
   * No violation found by axe in light and in dark colours, nothing wider than a phone; the page is
   * left at desktop width.
   */
  public static void isAccessible(Page page, String what) {
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
      hasNoViolation(page, what + " " + colours);
    }
    page.setViewportSize(390, 844);
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of " + what)
        .isEqualTo(390);
    page.setViewportSize(1280, 1200);
  }

  /** No violation found by axe on the page as it is. */
  public static void hasNoViolation(Page page, String what) {
    AxeRunOptions options = new AxeRunOptions();
    // What is right is counted, not told in full: that takes longer than finding out.
    options.setResultTypes(List.of("violations"));
    AxeResults results = new AxeBuilder(page).options(options).setLegacyMode(true).analyze();
    // A check that fails to run finds no violation either.
    assertThat(results.getErrorMessage()).as(what).isNull();
    assertThat(results.getPasses()).as(what).isNotEmpty();
    assertThat(results.getViolations()).as(what).isEmpty();
  }

  /** Keeps a picture in {@code target/screenshots}. */
  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
