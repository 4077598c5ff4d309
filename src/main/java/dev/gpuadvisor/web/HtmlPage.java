package dev.gpuadvisor.web;

import dev.gpuadvisor.operation.Content;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** Turns content into a whole page, which runs no script and loads nothing. */
public final class HtmlPage {

  public static final String CONTENT_TYPE = "text/html; charset=utf-8";

  private static final Map<String, String> HEADERS =
      Map.of(
          "content-security-policy",
          "default-src 'none'; style-src '"
              + StyleSheet.DIGEST
              + "'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "x-content-type-options",
          "nosniff",
          "referrer-policy",
          "no-referrer");

  private HtmlPage() {}

  /** A page that may be kept until the day ends. */
  public static Content cacheable(Shell shell, gg.jte.Content content) {
    return Content.cacheable(CONTENT_TYPE, bytes(shell, content)).with(HEADERS);
  }

  /** A page that says what is wrong with the request. */
  public static Content refusing(int status, Shell shell, gg.jte.Content content) {
    return Content.passing(status, CONTENT_TYPE, bytes(shell, content)).with(HEADERS);
  }

  private static byte[] bytes(Shell shell, gg.jte.Content content) {
    Utf8ByteOutput bytes = new Utf8ByteOutput();
    HtmlTemplateOutput out = new OwaspHtmlTemplateOutput(bytes);
    JtelayoutGenerated.render(out, null, shell, content);
    return bytes.toByteArray();
  }
}
