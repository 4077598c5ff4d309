package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that a caller describes by their sizes. */
class ShapeInputTest {

  private static final String LLAMA =
      "layers=32&hidden_size=4096&heads=32&feed_forward_size=14336&vocabulary=128256";

  private static Model model(String query) {
    return Asking.workload(query).model();
  }

  /** The parameters that the model cards on Hugging Face state. */
  @ParameterizedTest
  @CsvSource({
    // meta-llama/Llama-3.1-8B
    "layers=32&hidden_size=4096&heads=32&kv_heads=8&feed_forward_size=14336&vocabulary=128256,"
        + " 8030261248",
    // meta-llama/Llama-2-7b-hf
    "layers=32&hidden_size=4096&heads=32&feed_forward_size=11008&vocabulary=32000, 6738415616",
    // meta-llama/Llama-2-70b-hf
    "layers=80&hidden_size=8192&heads=64&kv_heads=8&feed_forward_size=28672&vocabulary=32000,"
        + " 68976648192",
    // meta-llama/Llama-3.2-1B
    "layers=16&hidden_size=2048&heads=32&kv_heads=8&head_dim=64&feed_forward_size=8192&vocabulary=128256&tied_embeddings=true,"
        + " 1235814400",
    // mistralai/Mistral-Nemo-Base-2407, whose heads do not fill its hidden size
    "layers=40&hidden_size=5120&heads=32&kv_heads=8&head_dim=128&feed_forward_size=14336&vocabulary=131072,"
        + " 12247782400",
  })
  void sizesMakeAModel(String sizes, long parameters) {
    Model model = model(sizes);

    assertEquals(parameters, model.parameters());
    assertEquals(Origin.given(Origin.Kind.SHAPE), model.origin());
  }

  @Test
  void everySizeIsNeededWithoutTheParameters() {
    for (String size : LLAMA.split("&")) {
      assertEquals(
          List.of(size.split("=")[0] + ": fault.missing_size"),
          Asking.faults(LLAMA.replace(size, "kv_heads=8")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kv_heads=5, kv_heads: fault.kv_heads",
    "kv_heads=64, kv_heads: fault.kv_heads",
    "kv_heads=0, kv_heads: fault.whole_number",
    "kv_heads=many, kv_heads: fault.whole_number",
    "layers=many, layers: fault.given_twice",
  })
  void headsThatDoNotShareKeys(String more, String fault) {
    assertEquals(List.of(fault), Asking.faults(LLAMA + "&" + more));
  }

  /** Each size alone is one that models have; together they are more than any has. */
  @ParameterizedTest
  @CsvSource({
    "layers=512&hidden_size=65536&heads=64&feed_forward_size=131072&vocabulary=32000",
    "layers=128&hidden_size=16384&heads=128&head_dim=128&feed_forward_size=16384&vocabulary=32000",
  })
  void moreThanAnyModelHas(String sizes) {
    List<String> faults = Asking.faults(sizes);

    assertEquals(1, faults.size());
    assertTrue(faults.get(0).startsWith("hidden_size: "), faults.toString());
  }

  /** What is given counts; heads of the given width fill the hidden size. */
  @ParameterizedTest
  @CsvSource({
    "parameters=8b&hidden_size=4096, 32, 8, 128",
    "parameters=8b&hidden_size=4096&head_dim=64, 64, 8, 64",
    "parameters=8b&hidden_size=4096&kv_heads=4, 32, 4, 128",
    "parameters=8b&hidden_size=4096&heads=32, 32, 8, 128",
    "parameters=8b&hidden_size=4096&heads=20, 20, 20, 128",
    "parameters=8b&hidden_size=4096&heads=40&kv_heads=10, 40, 10, 128",
  })
  void heads(String sizes, int heads, int kvHeads, int headDim) {
    assertEquals(new Grouped(heads, kvHeads, headDim), model(sizes).attention());
  }

  @Test
  void parametersStayWhatWasSaid() {
    Model model = model("parameters=14.8b&layers=48&hidden_size=5120");

    assertEquals(14_800_000_000L, model.parameters());
    assertEquals(48, model.layers());
    assertEquals(5120, model.hiddenSize());
    assertEquals(Origin.Kind.PARAMETERS, model.origin().kind());
  }

  /** A cache follows from layers, heads and their width; tables from vocabulary and width. */
  @ParameterizedTest
  @CsvSource({
    "'', true, true",
    "&layers=32&kv_heads=8&head_dim=128, false, true",
    "&layers=32&kv_heads=8, true, true",
    "&vocabulary=128256&hidden_size=4096, true, false",
    "&vocabulary=128256, true, true",
    "&layers=32&kv_heads=8&head_dim=128&vocabulary=128256&hidden_size=4096, false, false",
  })
  void whatIsGivenIsNotSpread(String sizes, boolean cacheSpreads, boolean tablesSpread) {
    Origin origin = model("parameters=8b" + sizes).origin();

    assertEquals(cacheSpreads, origin.kvCacheSpread() > 0);
    assertEquals(tablesSpread, origin.vocabularySpread() > 0);
  }

  /** Llama 3.1 8B has 8.03 billion; half as many again are not a matter of rounding. */
  @ParameterizedTest
  @CsvSource({"5.36b, true", "5.3b, false", "8b, true", "12b, true", "12.1b, false"})
  void parametersThatItsSizesContradict(String parameters, boolean fits) {
    String query = "kv_heads=8&" + LLAMA + "&parameters=" + parameters;
    if (fits) {
      assertEquals(14_336, model(query).feedForwardSize());
    } else {
      assertEquals(List.of("parameters: fault.parameters_contradict"), Asking.faults(query));
    }
  }

  /** 32 layers of 4 x 4096 x 4096 and two tables take 3.2 billion without any feed-forward. */
  @Test
  void fewerParametersThanItsSizesTake() {
    String sizes =
        "layers=32&hidden_size=4096&heads=32&kv_heads=32&vocabulary=128256&tied_embeddings=false"
            + "&parameters=";

    assertEquals(
        List.of("parameters: fault.parameters_too_few"), Asking.faults(sizes + "3198423039"));
    assertEquals(
        List.of("parameters: fault.parameters_contradict"), Asking.faults(sizes + "3198423040"));
  }

  @Test
  void keysThatHeadsDoNotShareAreRefusedWithParametersToo() {
    assertEquals(
        List.of("kv_heads: fault.kv_heads"),
        Asking.faults("parameters=8b&hidden_size=4096&heads=32&kv_heads=5"));
  }
}
