package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import java.util.List;

/**
 * Offers alike, in the size that the task needs: one of them has been sized, and the others differ
 * in their bill alone.
 *
 * @param cheapest the candidate that the first of the offers is
 * @param offers of one shelf, the cheapest first
 */
record Lot(Candidate cheapest, List<Offer> offers) {

  int size() {
    return offers.size();
  }

  Candidate get(int index) {
    return index == 0 ? cheapest : cheapest.at(offers.get(index));
  }
}
