package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gpuadvisor.advice.ReadAs;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reader answers a question, or all faults at once. */
class ReaderTest {

  private static final Reader<Integer> READER =
      new Reader<>(
          BundledCatalog.catalog(),
          Lexicon.of(BundledCatalog.catalog()),
          List.of(Parameters.CONTEXT, Parameters.CONCURRENCY, Parameters.LANG),
          inputs -> {
            if (inputs.value(Parameters.CONCURRENCY) == 13) {
              inputs.fault(Parameters.CONCURRENCY, Msg.Fault.choice());
            }
            return Optional.of(inputs.value(Parameters.CONTEXT));
          });

  @Test
  void readsWithDefaults() {
    assertEquals(8192, READER.read(new Arguments()).question());
    assertEquals(32768, READER.read(new Arguments().add("context", "32k")).question());
  }

  @Test
  void saysHowItUnderstood() {
    Reader.Read<Integer> read =
        READER.read(new Arguments().add("context", "8 192").add("lang", "fr"));

    assertEquals(8192, read.question());
    assertEquals(Language.FR, read.language());
    assertEquals(List.of(new ReadAs("context", "8 192", "8192", Optional.empty())), read.readAs());
  }

  /** Faults of parsing and of the reading itself, together, though the reading answered. */
  @Test
  void namesAllFaults() {
    Arguments arguments =
        new Arguments().add("context", "many").add("concurrency", "13").add("user", "4");
    ProblemException e = assertThrows(ProblemException.class, () -> READER.read(arguments));

    assertEquals(
        List.of("context", "user", "concurrency"),
        e.problem().faults().stream().map(Fault::parameter).toList());
  }
}
