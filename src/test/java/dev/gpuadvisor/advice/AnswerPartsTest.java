package dev.gpuadvisor.advice;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of an answer that are asked for one by one. */
class AnswerPartsTest {

  private static final Question QUESTION = Questions.of("qwen2.5-14b", 8192, "8bit", "4bit");

  @Test
  void eachFormatHasItsAssessmentsAndItsEstimate() {
    Recommendation answer = Questions.answer(QUESTION);
    for (QuantizationChoice choice : QUESTION.quantizations()) {
      List<Assessment> of = answer.assessments(choice);

      assertEquals(CATALOG.defaultPriceList().offers().size(), of.size());
      assertTrue(of.stream().allMatch(each -> each.quantization().equals(choice)));
      assertEquals(
          QUESTION.task().estimate(choice.format()).requiredBytes(),
          answer.estimate(choice).requiredBytes());
    }
    assertEquals(
        answer.assessments().size(),
        QUESTION.quantizations().stream().mapToInt(each -> answer.assessments(each).size()).sum());
    QuantizationChoice other = Questions.of("qwen2.5-14b", 8192, "16bit").quantizations().get(0);
    assertThrows(NoSuchElementException.class, () -> answer.estimate(other));
  }

  /** What was understood is told once, however often it was written. */
  @Test
  void readingsThatPeopleAreTold() {
    Message untried = Msg.ReadAs.untried("MI300X");
    ReadAs silent = new ReadAs("context", "8 192", "8192", Optional.empty());
    ReadAs told = new ReadAs("card", "mi300x", "MI300X", Optional.of(untried));
    ReadAs again = new ReadAs("offer", "mi300x", "MI300X", Optional.of(untried));

    assertEquals(
        List.of(Note.of(NoteCode.READ_AS, untried)), ReadAs.notes(List.of(silent, told, again)));
    assertEquals(List.of(), ReadAs.notes(List.of(silent)));
  }

  @ParameterizedTest
  @CsvSource({"L4, 1, L4", "RTX_4090, 2, 2 x RTX_4090"})
  void hardwareByItsName(String card, int gpus, String label) {
    QuantizationChoice choice = QUESTION.quantizations().get(0);

    assertEquals(label, LaidOut.of(QUESTION.task(), choice, Workloads.cards(gpus, card)).label());
  }

  @ParameterizedTest
  @CsvSource({
    "bge-m3, note.encoder",
    "qwen3-embedding-8b, note.encoder_with_cache",
    "whisper-large-v3, note.speech_model",
    "qwen2.5-vl-7b, note.vision_tower",
    "llama-3.1-8b, none",
  })
  void whatKindOfModelItIs(String model, String key) {
    Workload workload = Workloads.of(model, 512);
    List<String> keys =
        ModelNotes.of(workload.model()).stream().map(each -> each.text().key()).toList();

    assertEquals(key.equals("none") ? List.of() : List.of(key), keys);
  }

  /** Of two lists the one that is too old is named, and dated. */
  @Test
  void onlyOldListsAreCalledOld() {
    List<PriceList> all = CATALOG.priceLists().all();
    PriceList old = all.stream().filter(each -> each.isStale(Questions.TODAY)).findFirst().get();
    PriceList fresh =
        all.stream().filter(each -> !each.isStale(Questions.TODAY)).findFirst().orElseThrow();
    List<Note> notes =
        AgeNotes.of(List.of(fresh, old), List.copyOf(fresh.offers()), Questions.TODAY);
    String text = Texts.in(Language.EN).write(notes.get(0).text());

    assertEquals(1, notes.size());
    assertTrue(text.contains(old.lastSeen().toString()), text);
    assertFalse(text.contains(fresh.name()), text);
    assertEquals(
        List.of(), AgeNotes.of(List.of(fresh), List.copyOf(fresh.offers()), Questions.TODAY));
  }

  /** What vLLM takes of a card whatever it needs, a share that had to be raised, and images. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, bf16, L4, vllm_takes_share vllm_first_start, 92%",
    "llama-3-70b, awq, A40, vllm_share_raised vllm_takes_share vllm_first_start, 0.92",
    "qwen2.5-vl-7b, bf16, L40S, vllm_takes_share images_profiled, 92%",
  })
  void whatAUserOfVllmWonders(
      String model, String format, String card, String codes, String figure) {
    Workload workload = Workloads.on("vllm", model, new Tokens(8192, 1024, 1));
    Fitting fitting =
        Fitting.of(
            workload,
            Workloads.format(format),
            workload.estimate(Workloads.format(format)),
            Workloads.cards(1, card));
    List<Note> notes = VllmNotes.of(workload, fitting);
    String first = Texts.in(Language.EN).write(notes.get(0).text());

    assertEquals(codes, String.join(" ", notes.stream().map(note -> note.code().id()).toList()));
    assertTrue(first.contains(figure), first);
    Workload plain = Workloads.of("llama-3.1-8b", 8192);
    Fitting without =
        Fitting.of(
            plain,
            Workloads.format("bf16"),
            plain.estimate(Workloads.format("bf16")),
            Workloads.cards(1, "L4"));
    assertEquals(List.of(), VllmNotes.of(plain, without));
  }
}
