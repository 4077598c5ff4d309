package dev.gpuadvisor.lexicon;

import java.util.List;
import java.util.Optional;

/**
 * What a written name was taken for.
 *
 * @param <T> the kind of thing that was expected
 */
public sealed interface Reading<T> {

  /** One of its own names. */
  record Exact<T>(T meant) implements Reading<T> {}

  /**
   * Understood; the answer has to say how.
   *
   * @param why how it was understood
   * @param others ids of what the same name could have meant, if anything
   */
  record Taken<T>(T meant, Why why, List<String> others) implements Reading<T> {
    public Taken {
      others = List.copyOf(others);
    }
  }

  /** Several things that differ too much to take one for the other: to be asked back. */
  record Several<T>(List<String> ids) implements Reading<T> {
    public Several {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Known, and not covered.
   *
   * @param nearest what is covered and comes nearest, if anything
   */
  record NotCovered<T>(Uncovered kind, List<String> nearest) implements Reading<T> {
    public NotCovered {
      nearest = List.copyOf(nearest);
    }
  }

  /**
   * No name of anything.
   *
   * @param nearest ids of the same kind that may have been meant, likeliest first
   */
  record Unknown<T>(List<String> nearest) implements Reading<T> {
    public Unknown {
      nearest = List.copyOf(nearest);
    }
  }

  /** How a name was understood. */
  enum Why {
    /** Another name of the very thing. */
    OTHER_NAME,
    /** Things of several kinds side by side: each counts as the one that can do least. */
    MIXED,
    /** A name that several things share: the one that can do least counts. */
    WORST_OF_SEVERAL,
    /** A repository, file or tag whose name says the model and how it is stored. */
    STORED_AS,
    /** A fine-tune, which has the shape of its base. */
    FINE_TUNE,
    /** A name that is known to be of a model of another's shape. */
    SAME_SHAPE,
    /** Another program on the same engine, with defaults of its own. */
    SAME_ENGINE,
    /** Nothing is known of it; what comes nearest was taken. */
    NEAREST,
    /** A family of formats: what is published for the model. */
    FAMILY
  }

  /** What was meant, where anything was. */
  default Optional<T> meaning() {
    if (this instanceof Exact<T> exact) {
      return Optional.of(exact.meant());
    }
    return this instanceof Taken<T> taken ? Optional.of(taken.meant()) : Optional.empty();
  }
}
