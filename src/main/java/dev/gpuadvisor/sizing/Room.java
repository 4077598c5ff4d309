package dev.gpuadvisor.sizing;

/** How far a task could grow on some GPUs: worked out when it is asked for. */
public interface Room {

  /** For what does not run at all. */
  Room NONE =
      new Room() {
        @Override
        public int largestContext() {
          return 0;
        }

        @Override
        public int largestConcurrency() {
          return 0;
        }
      };

  /**
   * Tokens of the longest sequence that still fits, all else equal; at most what the model takes, 0
   * where none does.
   */
  int largestContext();

  /** Sequences that still fit at the asked length; 0 where none does. */
  int largestConcurrency();
}
