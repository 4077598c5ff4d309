package dev.gpuadvisor.sizing;

/**
 * Weight matrices of one shape.
 *
 * @param in elements that go in
 * @param out elements that come out
 * @param count how many of them the model has
 */
record Matrix(Role role, Block block, long in, long out, long count) {

  /** What a matrix does in its block. */
  enum Role {
    QUERY,
    KEY,
    VALUE,
    OUTPUT,
    GATE,
    UP,
    DOWN
  }

  /** Which part of a layer it belongs to. */
  enum Block {
    ATTENTION,
    FEED_FORWARD,
    SHARED_EXPERTS,
    ROUTED_EXPERTS
  }

  long elements() {
    return in * out;
  }
}
