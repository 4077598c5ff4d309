package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryNameTest {

  @ParameterizedTest
  @CsvSource({
    "Qwen/Qwen2.5-14B-Instruct, Qwen/Qwen2.5-14B-Instruct, '', ''",
    "' a/b ', a/b, '', ''",
    "a/b@main, a/b, main, ''",
    "a/b@refs/pr/3, a/b, refs/pr/3, ''",
    "a/b@0123456789abcdef, a/b, 0123456789abcdef, ''",
    "unsloth/X-GGUF:Q4_K_M, unsloth/X-GGUF, '', Q4_K_M",
    "unsloth/X-GGUF:UD-Q4_K_XL@main, unsloth/X-GGUF, main, UD-Q4_K_XL",
    "https://huggingface.co/a/b, a/b, '', ''",
    "https://huggingface.co/a/b/, a/b, '', ''",
    "HTTPS://HuggingFace.co/a/b?library=vllm, a/b, '', ''",
    "huggingface.co/a/b, a/b, '', ''",
    "https://hf.co/a/b#files, a/b, '', ''",
    "https://huggingface.co/a/b/tree/dev, a/b, dev, ''",
    "https://huggingface.co/a/b/blob/main/x-Q4_K_M.gguf, a/b, main, x-Q4_K_M.gguf",
    "https://huggingface.co/a/b/resolve/main/sub/x.gguf?download=true, a/b, main, sub/x.gguf",
    "hf.co/unsloth/X-GGUF:Q8_0, unsloth/X-GGUF, '', Q8_0",
    "https://huggingface.co/a/b/discussions, a/b, '', ''"
  })
  void namesOfRepositories(String text, String id, String revision, String file) {
    assertEquals(Optional.of(new RepositoryName(id, revision, file)), RepositoryName.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "a",
        "a/",
        "/b",
        "a//b",
        "a/b/c",
        "a b/c",
        "../b",
        "a/..",
        "a/b..c",
        "a--b/c",
        "-a/b",
        "a-/b",
        ".a/b",
        "a/b.",
        "a/b.git",
        "a/b@",
        "a/b:",
        "a/b@../x",
        "a/b@/x",
        "a/b@x//y",
        "a/b?x=1",
        "a/b#x",
        "a/b%2f",
        "a/b\\c",
        "a/b\n",
        "a/b\r\nHost: evil",
        "é/b",
        "a/b@é",
        "http://huggingface.co/a/b",
        "https://evil.example/a/b",
        "https://huggingface.co.evil/a/b",
        "https://huggingface.co@evil.example/a/b",
        "https://huggingface.co:8443/a/b",
        "https://huggingface.co/a",
        "https://huggingface.co/../etc/passwd",
        "file:///a/b",
        "datasets/a/b",
        "https://huggingface.co//a/b",
        "a/b:x@",
        "a/b:../../x",
        "http://169.254.169.254/latest"
      })
  void otherTexts(String text) {
    // A line end at the end of a name is a blank, as on every other surface.
    Optional<RepositoryName> name = RepositoryName.of(text);
    assertTrue(name.isEmpty() || text.equals("a/b\n"), () -> text + " is " + name.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {97, 1_000, 1_000_000})
  void longNames(int length) {
    String part = "a".repeat(length);
    assertTrue(RepositoryName.of(part + "/b").isEmpty());
    assertTrue(RepositoryName.of("a/" + part).isEmpty());
    assertTrue(RepositoryName.of("a/b@" + part).isEmpty());
    assertTrue(RepositoryName.of("/".repeat(length)).isEmpty());
  }
}
