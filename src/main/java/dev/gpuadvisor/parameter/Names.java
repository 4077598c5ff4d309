package dev.gpuadvisor.parameter;

import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * From what the lexicon read to a value of a parameter, or to words on why there is none.
 *
 * @param written by the caller
 * @param unknown what is said of a name that nobody knows, found where it is
 */
record Names<A>(String written, Reading<A> reading, Supplier<Message> unknown) {

  /**
   * @param value what the parameter keeps of it
   * @param name as the API writes it
   * @param implied what the name says of other parameters, by their names
   */
  <T> Parsed<T> parsed(
      Function<A, T> value, Function<A, String> name, Function<A, Map<String, String>> implied) {
    if (reading instanceof Reading.Exact<A> exact) {
      return new Parsed.Value<>(
          value.apply(exact.meant()), "", Optional.empty(), implied.apply(exact.meant()));
    }
    if (reading instanceof Reading.Taken<A> taken) {
      String meant = name.apply(taken.meant());
      return new Parsed.Value<>(
          value.apply(taken.meant()),
          meant,
          note(taken.why(), meant, taken.others()),
          implied.apply(taken.meant()));
    }
    return refused();
  }

  private <T> Parsed<T> refused() {
    if (reading instanceof Reading.Several<A> several) {
      return new Parsed.Refused<>(Msg.Fault.severalMeant(), List.of(), several.ids());
    }
    if (reading instanceof Reading.NotCovered<A> none) {
      return new Parsed.Refused<>(UncoveredText.of(none.kind()), List.of(), none.nearest());
    }
    return new Parsed.Refused<>(unknown.get(), List.of(), ((Reading.Unknown<A>) reading).nearest());
  }

  private Optional<Message> note(Reading.Why why, String meant, List<String> others) {
    return switch (why) {
      case OTHER_NAME, FAMILY -> Optional.empty();
      case WORST_OF_SEVERAL -> Optional.of(Msg.ReadAs.worst(meant, others, written));
      case MIXED -> Optional.of(Msg.ReadAs.mixed(meant, written));
      case STORED_AS -> Optional.of(Msg.ReadAs.storedAs(meant, written));
      case FINE_TUNE, SAME_SHAPE -> Optional.of(Msg.ReadAs.fineTune(meant, written));
      case SAME_ENGINE -> Optional.of(Msg.ReadAs.sameEngine(meant, written));
      case NEAREST -> Optional.of(Msg.ReadAs.nearest(meant, written));
    };
  }
}
