package dev.gpuadvisor.catalog;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A physical GPU.
 *
 * @param id the catalogue's name, {@code RTX_3090}
 * @param computeCapability as {@code torch.cuda.get_device_capability} gives it, with ROCm too:
 *     compare it within one vendor only
 * @param nominalGb what the vendor prints on the box; a label, never computed with
 * @param reportedMib what a driver from branch 525 on reports as the total, in MiB: less than the
 *     label where ECC takes its part
 * @param reservedMib of it, what the driver keeps to itself: programs see the rest
 * @param bandwidthGbPerSecond memory bandwidth in decimal GB/s
 * @param fp16Tflops dense 16-bit tensor throughput
 * @param fp8Tflops dense 8-bit float tensor throughput; empty where the card has none
 * @param nvlink whether pairs of this card can be bridged
 */
public record Card(
    String id,
    String name,
    String architecture,
    Capability computeCapability,
    int nominalGb,
    int reportedMib,
    int reservedMib,
    int bandwidthGbPerSecond,
    MemoryType memoryType,
    double fp16Tflops,
    OptionalDouble fp8Tflops,
    int tdpWatts,
    boolean nvlink,
    Vendor vendor,
    Provenance provenance) {

  private static final long MIB = 1L << 20;

  /** The one of several with the least memory; of a pool whoever rents it may get it. */
  public static Card withLeastMemory(List<Card> cards) {
    Card least = cards.get(0);
    for (Card card : cards) {
      if (card.reportedMib < least.reportedMib) {
        least = card;
      }
    }
    return least;
  }

  /** What the driver reports, in bytes. */
  public long reportedBytes() {
    return reportedMib * MIB;
  }

  /** What CUDA reports as the total, in bytes. */
  public long cudaBytes() {
    return (reportedMib - reservedMib) * MIB;
  }

  public boolean supportsFp8() {
    return fp8Tflops.isPresent();
  }

  /** Hash of the id only: these records are map keys on the hot path. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
