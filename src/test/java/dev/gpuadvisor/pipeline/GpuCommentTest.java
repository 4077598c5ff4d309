package dev.gpuadvisor.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The action for GitHub, run as a runner does: by Python, against doubles of both services. */
class GpuCommentTest {

  private static final Path SCRIPT = Path.of(".github", "actions", "gpu-comment", "comment.py");
  private static final String SMALL = "{\"model\": \"qwen2.5-14b\", \"quantization\": \"8bit\"}";
  private static final String LARGE = "{\"model\": \"qwen2.5-32b\", \"quantization\": \"8bit\"}";
  private static final String MARKER = "<!-- gpu-advisor: gpu.json -->";

  @TempDir Path directory;
  private GitHubDouble world;
  private int status;

  @BeforeEach
  void open() throws IOException {
    Assumptions.assumeTrue(hasPython(), "python3 is not there");
    world = new GitHubDouble();
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void saysBothGpusAndMonths() throws Exception {
    run(SMALL, LARGE);

    String comment = onlyComment();
    assertEquals(0, status);
    assertTrue(comment.startsWith(MARKER + "\n### GPU for `gpu.json`\n"), comment);
    assertTrue(comment.contains("| `model` | `qwen2.5-14b` | `qwen2.5-32b` |"), comment);
    assertFalse(comment.contains("`quantization`"), "which did not change");
    assertTrue(
        comment.contains(
            "| GPU | **AMPERE_24** (runpod-serverless) | **AMPERE_48** (runpod-serverless) |"),
        comment);
    assertTrue(comment.contains("| per month | $499.32 | $893.52 (+78.9%) |"), comment);
    assertTrue(comment.contains("Prices of 2025-11-25."), comment);
    assertTrue(comment.contains("/advisor/?model=qwen2.5-32b&quantization=8bit&lang=en)"), comment);
    assertEquals("changed=true\n", Files.readString(directory.resolve("output"), UTF_8));
    assertTrue(Files.readString(directory.resolve("summary"), UTF_8).contains("AMPERE_48"));
  }

  @Test
  void speaksFrench() throws Exception {
    run(SMALL, LARGE, "ADVISOR_LANG", "fr");

    assertTrue(
        onlyComment().contains("| par mois | 499,32\u00a0$ | 893,52\u00a0$ (+78,9\u00a0%) |"),
        onlyComment());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model: qwen2.5-14b\nquantization: '8bit' # as served\n",
        "---\n# settings\nmodel = qwen2.5-14b\nquantization=8bit\n",
        "{\"quantization\": \"8bit\",\n \"model\": \"qwen2.5-14b\"}"
      })
  void knowsTheSameQuestionInOtherWords(String now) throws Exception {
    world.comments.put(7, MARKER + " of a change that was taken back");
    run(SMALL, now);

    assertEquals(0, status);
    assertEquals(Map.of(), world.comments);
    assertEquals("changed=false\n", Files.readString(directory.resolve("output"), UTF_8));
  }

  /** One comment, whatever is pushed; those of people stay, however many there are. */
  @Test
  void keepsItsCommentUpToDate() throws Exception {
    for (int i = 0; i < 150; i++) {
      world.comments.put(i, "somebody says " + MARKER);
    }
    world.comments.put(500, MARKER + "\nold");
    run(SMALL, LARGE);

    assertEquals(151, world.comments.size());
    assertTrue(world.comments.get(500).contains("AMPERE_48"));
    assertEquals("somebody says " + MARKER, world.comments.get(0));
  }

  @Test
  void tellsOfFilesThatCameAndWent() throws Exception {
    run(null, SMALL);
    assertTrue(onlyComment().contains("| per month | – | $499.32 |"), onlyComment());

    world.comments.clear();
    run(SMALL, null);
    assertTrue(onlyComment().contains("| per month | $499.32 | – |"), onlyComment());
    assertTrue(onlyComment().contains("The file is gone."), onlyComment());
  }

  @Test
  void failsWithWhatTheAdvisorTeaches() throws Exception {
    String told = run(SMALL, "{\"model\": \"qwen2.5-41b\", \"contxt\": 3}");

    assertEquals(1, status);
    assertTrue(told.contains("::error file=gpu.json::"), told);
    assertTrue(told.contains("model: ") && told.contains("contxt: "), told);
    assertTrue(onlyComment().contains("not answered: "), onlyComment());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"model\": ", "[1]", "no value at all"})
  void failsWhereTheFileIsNone(String now) throws Exception {
    String told = run(SMALL, now);

    assertEquals(1, status);
    assertTrue(told.contains("::error file=gpu.json::"), told);
    assertEquals(Map.of(), world.comments);
  }

  @Test
  void saysWhereNothingFits() throws Exception {
    run(SMALL, "{\"model\": \"llama-3.1-405b\", \"quantization\": \"16bit\"}");

    assertEquals(0, status);
    assertTrue(onlyComment().contains("nothing fits: "), onlyComment());
  }

  /** A fork's run may not comment. */
  @Test
  void leavesItInTheSummaryWhereCommentsAreRefused() throws Exception {
    world.readOnly = true;
    String told = run(SMALL, LARGE);

    assertEquals(0, status);
    assertTrue(told.contains("::warning::GitHub answered 403"), told);
    assertTrue(Files.readString(directory.resolve("summary"), UTF_8).contains("AMPERE_48"));
  }

  /** What stands in a pull request is text, whoever wrote it. */
  @Test
  void writesNoMarkupOfAPullRequest() throws Exception {
    String told =
        run(SMALL, "{\"model\": \"x`|<img src=y>\\n::error::@all\", \"@org/team\": \"`a|b`\"}");

    String comment = onlyComment();
    assertEquals(1, status);
    assertTrue(comment.contains("`x'\\|<img src=y> ::error::@all`"), comment);
    assertFalse(comment.replaceAll("`[^`]*`", "").matches("(?s).*(<img|@all|@org).*"), comment);
    assertEquals(1, told.lines().filter(line -> line.startsWith("::error")).count(), told);
  }

  @Test
  void saysThatTheAdvisorIsNotThere() throws Exception {
    String told = run(SMALL, LARGE, "ADVISOR_URL", "http://127.0.0.1:1");

    assertEquals(1, status);
    assertTrue(told.contains("::error::no answer"), told);
  }

  private String onlyComment() {
    assertEquals(1, world.comments.size(), world.comments::toString);
    return world.comments.values().iterator().next();
  }

  private String run(String before, String now, String... setting)
      throws IOException, InterruptedException {
    world.files.clear();
    put("org/served@base/gpu.json", before);
    put("fork/served@head/gpu.json", now);
    String event =
        """
        {"repository": {"full_name": "org/served"},
         "pull_request": {"number": 12, "base": {"sha": "moved-on"},
           "head": {"sha": "head", "repo": {"full_name": "fork/served"}}}}\
        """;
    Path payload = Files.writeString(directory.resolve("event.json"), event);
    ProcessBuilder python = new ProcessBuilder(List.of("python3", "-B", SCRIPT.toString()));
    Map<String, String> environment = python.environment();
    environment.put("PYTHONIOENCODING", "utf-8");
    environment.put("GITHUB_EVENT_PATH", payload.toString());
    environment.put("GITHUB_API_URL", world.url("github"));
    environment.put("GITHUB_TOKEN", GitHubDouble.TOKEN);
    environment.put("GITHUB_OUTPUT", directory.resolve("output").toString());
    environment.put("GITHUB_STEP_SUMMARY", directory.resolve("summary").toString());
    environment.put("ADVISOR_URL", world.url("advisor/"));
    environment.put("ADVISOR_FILE", "gpu.json");
    for (int i = 0; i < setting.length; i += 2) {
      environment.put(setting[i], setting[i + 1]);
    }
    environment.keySet().removeIf(name -> name.toLowerCase().endsWith("_proxy"));
    Process process = python.redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    status = process.waitFor();
    return told;
  }

  private void put(String file, String text) {
    if (text != null) {
      world.files.put(file, text);
    }
  }

  private static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
