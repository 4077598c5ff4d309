package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Message;
import java.util.List;
import java.util.Optional;

/** Where models are published that the catalogue does not have. */
public interface Hub {

  /** Nobody is asked. */
  Hub OFF =
      new Hub() {
        @Override
        public boolean isOn() {
          return false;
        }

        @Override
        public Answer find(RepositoryName name) {
          return new Failed(Reason.OFF);
        }
      };

  /** Why there is no model. */
  enum Reason {
    OFF,
    /** It has to be agreed to something first, and a token has to say who agreed. */
    GATED,
    /** There is none, or it is somebody's own: the hub does not say which. */
    MISSING,
    /** There is no such branch, tag or commit of it. */
    NO_REVISION,
    /** It holds no weights. */
    NO_WEIGHTS,
    /** It does not say what it is made of. */
    NO_CONFIG,
    /** None of its files is what was asked for. */
    NO_FILE,
    /** What it says of itself is understood by nobody. */
    UNREADABLE,
    /** The hub lets nobody ask so often. */
    TOO_OFTEN,
    /** The hub cannot be reached, or is broken. */
    DOWN,
    /** The hub did not answer in time. */
    SLOW
  }

  /** Whether it can be asked at all. */
  boolean isOn();

  /** Never throws, and takes a few seconds at most. */
  Answer find(RepositoryName name);

  /** What the hub knows. */
  sealed interface Answer {}

  /**
   * A model.
   *
   * @param written its name with the revision that was looked at
   * @param format that its weights are in, where it is not just what the model was made in
   * @param runtime that such weights are made for
   * @param note what was looked up, and what of it is exact
   */
  record Found(
      Model model, String written, Optional<String> format, Optional<String> runtime, Message note)
      implements Answer {}

  /** No model. */
  record Failed(Reason reason) implements Answer {}

  /**
   * A repository that is no language model, or not one that is understood.
   *
   * @param named what it says that it is, in words
   * @param faults of its configuration
   */
  record NotCovered(String named, List<Fault> faults) implements Answer {}
}
