package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.http.FormEncoding;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.question.Questions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the tests open the page, and read it. */
final class Pages {

  private Pages() {}

  /**
   * @param query without its question mark
   */
  static ApiResponse open(String query) {
    String target = query.isEmpty() ? "/" : "/?" + query;
    return Asking.API.handle(Asking.request("GET", target, Map.of(), new byte[0]));
  }

  static String html(String query) {
    return Asking.text(open(query));
  }

  /** What a reader sees, with single blanks, and one at either end. */
  static String text(String query) {
    return textOf(html(query));
  }

  static String textOf(String html) {
    String text =
        html.replaceAll("(?s)<style>.*?</style>", " ")
            .replaceAll("<[^>]*>", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
    return " " + text.replaceAll("[ \\n]+", " ").strip() + " ";
  }

  /** What stands in the first group, wherever the pattern is found. */
  static List<String> all(String html, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(html);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** What the page of a query shows. */
  static Recommendation recommendation(String query) {
    Arguments arguments = new Arguments();
    FormEncoding.read(query, arguments);
    Question question =
        Questions.of(BundledCatalog.catalog()).recommendation().read(arguments).question();
    return Advisor.recommend(question, LocalDate.of(2026, 11, 24));
  }
}
