package dev.gpuadvisor.report;

import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What no reader should ever see. */
final class WellWritten {

  private static final Pattern NEVER =
      Pattern.compile(
          "[{}]|\\bnull\\b|Optional|[A-Z][a-z]+@[0-9a-f]{6}"
              + "|\\b(report|verdict|note|pick|slack|quality|supply|amount|difference|bandwidth)"
              + "\\.[a-z_]+");

  /** Words and forms that belong to the other language alone. */
  private static final Map<String, Pattern> FOREIGN =
      Map.of(
          "fr",
          Pattern.compile(
              "\\b(the|The|of|with|and|is|are|than|for|its|not|per hour|per month|tokens of)\\b"
                  + "|GiB|\\bGB\\b|\\$[0-9]|[0-9]\\.[0-9]+( \\$|$)|[0-9]%"),
          "en",
          Pattern.compile(
              "\\b(le|la|les|des|est|avec|pour|une|du|et|sur|La|Le|Les|Une)\\b"
                  + "|Gio|\\bGo\\b|[0-9],[0-9]+( \\$|%)|[é]"));

  private static final List<Pattern> EMPTY =
      List.of(
          Pattern.compile("(?m)^(#+) .*\n\n?(?=\\1 |##? |\\z)"), // nothing under a title
          Pattern.compile("(?m)^### .*\n\n(?=### |## |\\z)"),
          Pattern.compile("(?m)^(- |[0-9]+\\. )(\\*\\*[^*]*\\*\\*)?[ \u00a0]*$"),
          Pattern.compile("(?m)^\\| ---.*\n(?!\\| )"),
          Pattern.compile("\\| +\\|"),
          Pattern.compile("(?m)^\\*\\*[^*]*\\*\\*[ \u00a0]*$"));

  private WellWritten() {}

  static void check(String text, String language) {
    String prose = text.replaceAll("(?m)^    .*\n", ""); // commands have no language
    refuse(NEVER, prose);
    refuse(FOREIGN.get(language), withoutSources(prose));
  }

  /** What a source is called is in the language of the source. */
  private static String withoutSources(String text) {
    String rest = text.replace("\\", "");
    for (PriceList list : BundledCatalog.catalog().priceLists().all()) {
      rest = rest.replace(list.source(), "").replace(list.name(), "");
    }
    return rest;
  }

  static void checkHasNothingEmpty(String markdown) {
    EMPTY.forEach(pattern -> refuse(pattern, markdown));
  }

  /** Of a page that is well-formed; what browsers need no end tag for is given one. */
  static String textOf(String html) {
    String xml =
        html.replaceFirst("<!doctype html>", "")
            .replaceAll("<(meta|link)((?:\"[^\"]*\"|[^\">])*)>", "<$1$2/>")
            .replaceFirst("(?s)<style>.*</style>", "")
            .replaceAll("(?s)<pre .*?</pre>", "");
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)));
      return document.getDocumentElement().getTextContent();
    } catch (Exception e) {
      throw new AssertionError(e + "\n" + html);
    }
  }

  private static void refuse(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (matcher.find()) {
      int from = Math.max(0, matcher.start() - 60);
      int to = Math.min(text.length(), matcher.end() + 60);
      throw new AssertionError("'" + matcher.group() + "' in: " + text.substring(from, to));
    }
  }
}
