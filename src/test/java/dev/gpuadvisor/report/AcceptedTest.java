package dev.gpuadvisor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.api.Schemas;
import dev.gpuadvisor.http.ApiResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which format a client gets. */
class AcceptedTest {

  private static final String QUESTION = "model=qwen2.5-14b";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */*                                                       | markdown
          text/*                                                    | markdown
          text/markdown                                             | markdown
          text/html                                                 | html
          TEXT/HTML                                                 | html
          text/html, text/markdown                                  | markdown
          text/html;q=0.9, text/markdown;q=0.8                      | html
          text/html;q=0.8, */*;q=0.9                                | markdown
          text/*;q=0.5, text/markdown;q=0.1                         | html
          text/markdown;q=0, */*                                    | html
          text/html;level=1;q=0.4, text/markdown; q=0.3             | html
          text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | html
          application/json, */*;q=0.1                               | markdown
          text/html;q=x                                             | html
          , ;q=1, text/html;q=0.5                                   | html
          ''                                                        | markdown
          """)
  void isWhatThePreferenceSays(String accept, String format) {
    assertFormat(format, Reporting.answer(QUESTION, Map.of("accept", accept)));
  }

  @Test
  void isMarkdownWithoutPreference() {
    assertFormat("markdown", Reporting.answer(QUESTION, Map.of()));
  }

  /** Who writes it into the address means it. */
  @ParameterizedTest
  @CsvSource({"markdown, text/html", "html, text/markdown", "HTML, application/json"})
  void isTheOneNamedWhateverIsAccepted(String format, String accept) {
    Map<String, String> headers = Map.of("accept", accept);

    assertFormat(format.toLowerCase(), Reporting.answer(QUESTION + "&format=" + format, headers));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "text/plain", "text/*;q=0", "*/*;q=0", "image/*, text/csv"})
  void isNeitherWhereNeitherIsAccepted(String accept) {
    ApiResponse response = Reporting.answer(QUESTION + "&lang=fr", Map.of("accept", accept));

    assertEquals(406, response.status());
    assertEquals("accept", response.headers().get("vary"));
    Schemas.assertValid("Problem", Asking.text(response));
    assertTrue(Asking.text(response).contains("text/markdown ou en text/html"));
  }

  @Test
  void isOneOfTwo() {
    ApiResponse response = Reporting.answer(QUESTION + "&format=pdf", Map.of());

    assertEquals(400, response.status());
    assertTrue(Asking.text(response).contains("[\"markdown\",\"html\"]"), Asking.text(response));
  }

  private static void assertFormat(String format, ApiResponse response) {
    assertEquals(200, response.status(), () -> Asking.text(response));
    assertEquals("text/" + format + "; charset=utf-8", response.headers().get("content-type"));
    assertEquals("accept", response.headers().get("vary"));
    assertTrue(Asking.text(response).startsWith(format.equals("html") ? "<!doctype" : "# "));
  }
}
