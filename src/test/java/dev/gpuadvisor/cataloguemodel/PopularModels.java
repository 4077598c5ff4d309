package dev.gpuadvisor.cataloguemodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.hub.HubSettings;
import dev.gpuadvisor.lexicon.Lexicon;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Lists the models that many people load from the hub and the catalogue does not know: {@code
 * ./mvnw -q test-compile exec:java@catalogue-popular}. Whoever reviews the list makes entries of
 * those that belong there, by {@code exec:java@catalogue-model -Did=...}.
 */
public final class PopularModels {

  private static final List<String> TASKS = List.of("text-generation", "image-text-to-text");
  private static final List<String> SORTS = List.of("downloads", "trendingScore");
  private static final int EACH = 200;
  private static final int LISTED = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Weights that are another model's, which the hub names. */
  private static final List<String> DERIVED =
      List.of("base_model:quantized:", "base_model:adapter:", "base_model:merge:");

  private static final List<String> OF_TESTS = List.of("-internal-testing/", "tiny-random");

  private final Lexicon lexicon;

  private PopularModels(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** A repository as the hub lists it. */
  record Listed(String id, long downloads, long likes, String created, String licence) {

    static Listed of(JsonNode entry) {
      String licence =
          tags(entry).stream()
              .filter(tag -> tag.startsWith("license:"))
              .map(tag -> tag.substring("license:".length()))
              .findFirst()
              .orElse("");
      String created = entry.path("createdAt").asText("");
      return new Listed(
          entry.path("id").asText(entry.path("modelId").asText("")),
          entry.path("downloads").asLong(),
          entry.path("likes").asLong(),
          created.substring(0, Math.min("2026-11-26".length(), created.length())),
          licence);
    }
  }

  public static void main(String[] arguments) throws IOException {
    String endpoint =
        Optional.ofNullable(System.getenv(HubSettings.ENDPOINT)).orElse("https://huggingface.co");
    System.out.print(page(URI.create(endpoint)));
  }

  /** The list as a page of Markdown. */
  static String page(URI hub) throws IOException {
    PopularModels popular = new PopularModels(Lexicon.of(BundledCatalog.catalog()));
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (String task : TASKS) {
      for (String sort : SORTS) {
        for (JsonNode entry : ask(client, hub, task, sort)) {
          all.putIfAbsent(Listed.of(entry).id(), entry);
        }
      }
    }
    return popular.page(List.copyOf(all.values()));
  }

  private static JsonNode ask(HttpClient client, URI hub, String task, String sort)
      throws IOException {
    String query =
        "?pipeline_tag=" + task + "&sort=" + sort + "&direction=-1&limit=" + EACH + "&full=true";
    HttpRequest request =
        HttpRequest.newBuilder(hub.resolve("/api/models" + query)).timeout(PATIENCE).build();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      JsonNode answer = new ObjectMapper().readTree(response.body());
      if (response.statusCode() != 200 || !answer.isArray()) {
        throw new IOException(
            hub.getHost() + " answered " + response.statusCode() + " for " + sort);
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private String page(List<JsonNode> all) {
    List<Listed> lacking =
        all.stream()
            .filter(entry -> !isDerived(entry) && !entry.path("private").asBoolean())
            .map(Listed::of)
            .filter(this::isUnknown)
            .sorted(Comparator.comparingLong(each -> -each.downloads()))
            .toList();
    StringBuilder page = new StringBuilder();
    page.append(
        String.format(
            Locale.ROOT,
            "The catalogue lacks %d of the %d most loaded and most talked-of models.%n%n",
            lacking.size(),
            all.size()));
    if (lacking.isEmpty()) {
      return page.toString();
    }
    page.append("| model | downloads in 30 days | likes | on the hub since | licence |\n");
    page.append("|---|---|---|---|---|\n");
    for (Listed each : lacking.subList(0, Math.min(LISTED, lacking.size()))) {
      page.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %,d | %,d | %s | %s |%n",
              cell(each.id()),
              each.downloads(),
              each.likes(),
              cell(each.created()),
              cell(each.licence())));
    }
    page.append("\nAn entry, to be reviewed: `./mvnw -q test-compile exec:java@catalogue-model")
        .append(" -Did=")
        .append(cell(lacking.get(0).id()))
        .append("`\n");
    return page.toString();
  }

  private boolean isUnknown(Listed listed) {
    String id = listed.id();
    return !id.isEmpty()
        && OF_TESTS.stream().noneMatch(id.toLowerCase(Locale.ROOT)::contains)
        && lexicon.model(id).meaning().isEmpty()
        && lexicon.uncoveredModel(id).isEmpty();
  }

  private static boolean isDerived(JsonNode entry) {
    return tags(entry).stream().anyMatch(tag -> DERIVED.stream().anyMatch(tag::startsWith));
  }

  private static List<String> tags(JsonNode entry) {
    List<String> tags = new ArrayList<>();
    StreamSupport.stream(entry.path("tags").spliterator(), false)
        .forEach(tag -> tags.add(tag.asText()));
    return tags;
  }

  /** Names are others' choice: none may end a cell. */
  private static String cell(String text) {
    return text.replaceAll("[^A-Za-z0-9._/-]", "?");
  }
}
