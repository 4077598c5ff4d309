package dev.gpuadvisor.question;

import java.util.List;
import java.util.Optional;

/**
 * A question whose answer is a list, of which the caller may want the beginning alone.
 *
 * @param limit of what is spelled out; empty where nobody says
 */
public record Listed<Q>(Q question, Optional<Integer> limit) {

  /** As many of them as are wanted. */
  public <T> List<T> first(List<T> all) {
    return limit.filter(most -> most < all.size()).map(most -> all.subList(0, most)).orElse(all);
  }
}
