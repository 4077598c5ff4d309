package dev.gpuadvisor.slack;

import java.util.List;

/**
 * The secrets that a request may be signed with. Asked at every request; with none, none passes.
 */
@FunctionalInterface
public interface Secrets {

  /** More than one while they are being rotated, or for several copies of the app. */
  List<String> get();

  /** The same, looked up again where that was not done just now. */
  default List<String> newest() {
    return get();
  }
}
