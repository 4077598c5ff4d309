package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.AnsweringHub;
import dev.gpuadvisor.unlisted.Hub;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A repository of GGUF files: each of them is a format to be laid on offers. */
class GgufFilesTest {

  private static final String FILES = "gguf=some-lab/Some-14B-GGUF&";

  /** Sizes in bytes as the files of a 14B model have them, in no order. */
  private static final List<PublishedFormat> PUBLISHED =
      List.of(
          new PublishedFormat("q8_0", 0, 15_701_598_272L),
          new PublishedFormat("q4_k_m", 0, 8_988_110_976L),
          new PublishedFormat("awq", 0, 9_990_000_000L),
          new PublishedFormat("fp16", 0, 0));

  private static Questions questions(List<PublishedFormat> published) {
    Hub hub =
        new AnsweringHub(
            name -> {
              Model model = model(published);
              return new Hub.Found(
                  model,
                  name.id(),
                  Optional.empty(),
                  Optional.of("llama.cpp"),
                  Msg.Hub.counted(name.id(), model.parameters()));
            });
    return Questions.of(BundledCatalog.catalog(), hub);
  }

  private static Model model(List<PublishedFormat> published) {
    Model like = BundledCatalog.catalog().models().find("qwen2.5-14b").orElseThrow();
    return Workloads.publishing(like, published);
  }

  private static GgufFiles files(String query) {
    return Asking.read(questions(PUBLISHED).models(), query).files().orElseThrow();
  }

  /** The smallest first; without what is of another kind, and what nobody knows the size of. */
  @Test
  void eachFileIsAFormat() {
    GgufFiles files = files(FILES);

    assertEquals("qwen2.5-14b-instruct", files.model().id());
    assertEquals(
        List.of("q4_k_m", "q8_0"),
        files.question().quantizations().stream().map(QuantizationChoice::asked).toList());
    assertEquals(
        List.of("runpod-serverless"),
        files.question().priceLists().stream().map(list -> list.provider()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'', llama.cpp, 8192, 2048, 1",
    "context=2k, llama.cpp, 2048, 1024, 1",
    "context=16k&concurrency=4, llama.cpp, 16384, 2048, 4",
    "runtime=llama.cpp-b7342, llama.cpp-b7342, 8192, 2048, 1",
  })
  void theyAreServed(String said, String runtime, int context, int output, int concurrency) {
    Workload workload = (Workload) files(FILES + said).question().task();

    assertEquals(runtime, workload.runtime().id());
    assertEquals(context, workload.tokens().context());
    assertEquals(output, workload.tokens().outputTokens());
    assertEquals(concurrency, workload.tokens().concurrency());
    assertEquals(KvCacheType.BF16, workload.kvCache());
  }

  @ParameterizedTest
  @CsvSource({
    "runtime=vllm, runtime: fault.not_in_runtime",
    "card=RTX_4090, card: fault.files_on_offers",
  })
  void whatDoesNotGoWithFiles(String said, String fault) {
    assertEquals(List.of(fault), Asking.faults(questions(PUBLISHED).models(), FILES + said));
  }

  @Test
  void filesThatNobodyCanLoad() {
    List<PublishedFormat> others = List.of(new PublishedFormat("awq", 0, 9_990_000_000L));

    assertEquals(
        List.of("gguf: fault.not_in_runtime"), Asking.faults(questions(others).models(), FILES));
  }
}
