package dev.gpuadvisor.catalog;

/**
 * Weight matrices of one shape.
 *
 * @param in elements that go in
 * @param out elements that come out
 * @param count how many of them the model has
 */
public record Matrix(Role role, Block block, long in, long out, long count) {

  /** What a matrix does in its block. */
  public enum Role {
    QUERY,
    KEY,
    VALUE,
    OUTPUT,
    GATE,
    UP,
    DOWN,
    /** Into a recurrent layer, or into the width that experts work in. */
    INPUT
  }

  /** Which part of a layer it belongs to. */
  public enum Block {
    ATTENTION,
    RECURRENT,
    FEED_FORWARD,
    SHARED_EXPERTS,
    ROUTED_EXPERTS
  }

  public long elements() {
    return in * out;
  }
}
