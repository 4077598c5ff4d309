package dev.gpuadvisor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.text.Language;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

  private static final String HOSTILE = "</title><script>alert('é')</script>";

  private final Content page =
      HtmlPage.cacheable(
          new Shell(Language.FR, HOSTILE, "\"" + HOSTILE), out -> out.writeUserContent(HOSTILE));
  private final String html = new String(page.body(), UTF_8);

  @Test
  void isWrittenInItsLanguage() {
    assertTrue(html.startsWith("<!doctype html>\n<html lang=\"fr\">"), html);
  }

  @Test
  void escapesWhateverItIsGiven() {
    assertEquals(-1, html.indexOf("<script"), html);
    assertTrue(html.contains("&lt;script&gt;alert("), html);
  }

  @Test
  void letsThroughItsOwnStyleAlone() throws Exception {
    String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
    String policy = page.headers().get("content-security-policy");

    assertTrue(policy.startsWith("default-src 'none'"), policy);
    assertTrue(policy.contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'"));
    assertEquals(-1, policy.indexOf("unsafe"), policy);
  }
}
