package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie in a chart: price against usable memory.
 *
 * @param inside what the axes enclose
 */
record Plot(Box inside, Scale memory, Scale price) {

  private static final double BYTES_PER_GIB = 1L << 30;

  static Plot of(Box inside, List<Assessment> assessments, long neededBytes) {
    List<Double> gib =
        Stream.concat(assessments.stream().map(Plot::usableGib), Stream.of(gib(neededBytes)))
            .toList();
    List<Double> usd = assessments.stream().map(Plot::usdPerHour).toList();
    return new Plot(
        inside,
        Scale.around(gib, inside.x(), inside.x() + inside.width()),
        Scale.around(usd, inside.y() + inside.height(), inside.y()));
  }

  double x(Assessment assessment) {
    return memory.at(usableGib(assessment));
  }

  double y(Assessment assessment) {
    return price.at(usdPerHour(assessment));
  }

  double x(long bytes) {
    return memory.at(gib(bytes));
  }

  private static double usableGib(Assessment assessment) {
    return gib(assessment.fitting().usableBytes());
  }

  private static double usdPerHour(Assessment assessment) {
    return assessment.price().perHour().doubleValue();
  }

  private static double gib(long bytes) {
    return bytes / BYTES_PER_GIB;
  }
}
