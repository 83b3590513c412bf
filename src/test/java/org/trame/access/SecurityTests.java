package org.trame.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.TrameTest;

/** Who reaches what: a request, an account (or nobody), the status. */
@TrameTest
class SecurityTests {

  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "GET,  /actuator/health,                          nobody,      200",
    "GET,  /actuator/info,                            nobody,      302",
    "GET,  /login,                                    nobody,      200",
    "GET,  /css/trame.css,                            nobody,      200",
    "GET,  /verify/0000-0000-0000-0000,               nobody,      404",
    "POST, /verify/0000-0000-0000-0000,               nobody,      403",
    "GET,  /verify,                                   nobody,      302",
    "GET,  /documents/00000000-0000-0000-0000-000000000000, nobody, 302",
    "GET,  /api/documents/00000000-0000-0000-0000-000000000000, nobody, 401",
    "GET,  /api/documents/00000000-0000-0000-0000-000000000000, region, 404",
    "GET,  /,                                         nobody,      302",
    "GET,  /camunda/app/tasklist/default/,            nobody,      302",
    "GET,  /camunda/api/engine/engine/default/task,   nobody,      401",
    "GET,  /camunda/api/admin/auth/user/default,      nobody,      401",
    "GET,  /engine-rest/task,                         nobody,      401",
    "GET,  /engine-rest/engine,                       nobody,      401",
    "GET,  /engine-rest/%74ask,                       nobody,      401",
    "GET,  /api/programmes,                           nobody,      401",
    "GET,  /engine-rest/task,                         intruder,    401",
    "GET,  /engine-rest/task,                         secretaire,  200",
    "GET,  /engine-rest/engine/default/task,          secretaire,  200",
    "POST, /engine-rest/task,                         secretaire,  200",
    "POST, /engine-rest/deployment/create,            admin,       403",
    "POST, /engine-rest/deployment/%63reate,          admin,       403",
    "POST, /engine-rest/engine/default/deployment/create, admin,   403",
    "POST, /engine-rest/deployment/1/redeploy,        admin,       403",
    "DELETE, /engine-rest/deployment/1,               admin,       403",
    "POST, /engine-rest/filter/create,                admin,       403",
    "POST, /engine-rest/task/create,                  coordinateur, 403",
    "POST, /engine-rest/message,                      coordinateur, 403",
    "POST, /engine-rest/signal,                       coordinateur, 403",
    "POST, /engine-rest/condition,                    coordinateur, 403",
    "POST, /engine-rest/migration/execute,            admin,       403",
    "POST, /engine-rest/modification/execute,         admin,       403",
    "POST, /engine-rest/external-task/fetchAndLock,   coordinateur, 403",
    "POST, /engine-rest/history/cleanup,              admin,       403",
    "POST, /engine-rest/history/process-instance/delete, admin,    403",
    "POST, /engine-rest/process-instance/delete,      admin,       403",
    "POST, /engine-rest/process-instance/1/variables, coordinateur, 403",
    "PUT,  /engine-rest/process-instance/1/variables/x, coordinateur, 403",
    "PUT,  /engine-rest/task/1,                       coordinateur, 403",
    "POST, /engine-rest/task/1/assignee,              coordinateur, 403",
    "POST, /engine-rest/task/1/delegate,              coordinateur, 403",
    "POST, /engine-rest/task/1/variables,             coordinateur, 403",
    "POST, /engine-rest/authorization/create,         admin,       403",
    "POST, /engine-rest/process-definition/key/Selection/start, region, 403",
    "PUT,  /engine-rest/job/1/retries,                admin,       403",
    "POST, /engine-rest/decision-definition/key/x/evaluate, admin, 403",
    "GET,  /engine-rest/optimize/process-instance/completed, auditeur, 403",
    "POST, /engine-rest/task/1/complete,              auditeur,    403",
    "POST, /engine-rest/task/1/claim,                 admin,       403",
    "POST, /engine-rest/user/create,                  coordinateur, 403",
    "DELETE, /engine-rest/user/coordinateur,          coordinateur, 403",
    "GET,  /engine-rest/user,                         admin,       200",
    "GET,  /engine-rest/history/process-instance,     auditeur,    200",
  })
  void reaches(String method, String path, String account, int status) throws Exception {
    assertThat(send(method, path, account).statusCode()).isEqualTo(status);
  }

  @Test
  void aRefusalIsASentenceInTheReadersLanguage() throws Exception {
    var request = request("POST", "/engine-rest/deployment/create", "admin");
    var french = send(request.copy());
    assertThat(french.headers().firstValue("Content-Type"))
        .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
    assertThat(french.body()).contains("n’est permise à personne");
    var dutch = send(request.header("Accept-Language", "nl"));
    assertThat(dutch.body()).contains("aan niemand toegestaan");
  }

  @Test
  void noLoginRedirectForPrograms() throws Exception {
    var response = send("GET", "/api/programmes", "nobody");
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(h -> assertThat(h).startsWith("Basic"));
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
  }

  private HttpResponse<String> send(String method, String path, String account) throws Exception {
    return send(request(method, path, account));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String method, String path, String account) {
    var body =
        "GET".equals(method) || "DELETE".equals(method)
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString("{}");
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, body)
            .header("Content-Type", "application/json");
    if (!"nobody".equals(account)) {
      String credentials = account + ":" + account;
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }
}
