package dev.gpuadvisor.catalogueimport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Answers of a provider. An answer goes to a file before anybody reads it: hundreds of megabytes
 * are no matter, and one that breaks off halfway is asked for again. What is busy (429), fails
 * (5xx), breaks off or times out is tried {@value #TRIES} times; every other status ends the
 * import.
 */
final class HttpPages implements Pages {

  private static final int TRIES = 4;
  private static final int MOST_PAGES = 500;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final String AGENT = "gpu-advisor catalogue-import";

  /**
   * @param connect how long a connection may take
   * @param answer how long an answer may take as a whole
   * @param pause before the second try; twice as long before each further one
   * @param longestPause that a {@code Retry-After} may ask for
   */
  record Patience(Duration connect, Duration answer, Duration pause, Duration longestPause) {

    static final Patience USUAL =
        new Patience(
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(2),
            Duration.ofMinutes(2));
  }

  private final URI base;
  private final UnaryOperator<String> environment;
  private final Patience patience;
  private final HttpClient client;
  private final Set<String> seen = new HashSet<>();

  HttpPages(URI base, UnaryOperator<String> environment, Patience patience) {
    this.base = base;
    this.environment = environment;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience.connect())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  @Override
  public InputStream open(Call call) throws IOException {
    if (!seen.add(call.path() + call.body())) {
      throw new ImportException("The pages go in circles: " + path(call) + " comes again.");
    }
    if (seen.size() > MOST_PAGES) {
      throw new ImportException("There are more than " + MOST_PAGES + " pages.");
    }
    IOException last = null;
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        Duration wait = Duration.ZERO;
        HttpResponse<Path> response = send(call);
        if (response.statusCode() / 100 == 2) {
          return Unzipped.of(
              Files.newInputStream(response.body(), StandardOpenOption.DELETE_ON_CLOSE));
        }
        Files.deleteIfExists(response.body());
        last = new IOException("status " + response.statusCode());
        if (!mayRecover(response.statusCode())) {
          break;
        }
        wait = retryAfter(response);
        pause(tried, wait);
      } catch (IOException e) {
        last = e;
        pause(tried, Duration.ZERO);
      }
    }
    throw new ImportException("No answer from " + base.getHost() + path(call) + ": " + last, last);
  }

  @Override
  public Optional<InputStream> more(Call call) throws IOException {
    return Optional.of(open(call));
  }

  @Override
  public String secret(String variable) {
    String value = environment.apply(variable);
    if (value == null || value.isBlank()) {
      throw new ImportException("The environment has no " + variable + ", which this needs.");
    }
    return value.strip();
  }

  private HttpResponse<Path> send(Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(call.path()))
            .timeout(patience.answer())
            .header("User-Agent", AGENT)
            .header("Accept", "*/*");
    call.headers().forEach(request::header);
    if (!call.body().isEmpty()) {
      request.POST(HttpRequest.BodyPublishers.ofString(call.body()));
    }
    Path file = Files.createTempFile("catalogue-import", ".answer");
    boolean whole = false;
    try {
      HttpResponse<Path> response = client.send(request.build(), BodyHandlers.ofFile(file));
      whole = true;
      return response;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportException("Interrupted.", e);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean mayRecover(int status) {
    return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
  }

  /** Seconds, as every provider here writes it; a date is taken for no wish. */
  private Duration retryAfter(HttpResponse<?> response) {
    String asked = response.headers().firstValue("Retry-After").orElse("").strip();
    if (!asked.matches("[0-9]{1,6}")) {
      return Duration.ZERO;
    }
    Duration wish = Duration.ofSeconds(Long.parseLong(asked));
    if (wish.compareTo(patience.longestPause()) > 0) {
      throw new ImportException(
          String.format(
              Locale.ROOT,
              "%s asks to come back in %d seconds.",
              base.getHost(),
              wish.toSeconds()));
    }
    return wish;
  }

  private void pause(int tried, Duration least) {
    if (tried == TRIES - 1) {
      return;
    }
    Duration usual = patience.pause().multipliedBy(1L << tried);
    try {
      Thread.sleep((usual.compareTo(least) < 0 ? least : usual).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportException("Interrupted.", e);
    }
  }

  /** Without the query, which may hold a key. */
  private static String path(Call call) {
    int query = call.path().indexOf('?');
    return query < 0 ? call.path() : call.path().substring(0, query);
  }
}
