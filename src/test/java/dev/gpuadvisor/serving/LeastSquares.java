package dev.gpuadvisor.serving;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Levenberg and Marquardt's method with a Jacobian of differences. Large residuals count with their
 * root only (Huber), so that a few odd rows do not decide.
 */
final class LeastSquares {

  private static final double DIFFERENCE = 1e-4;
  private static final double LARGE = 1.5;

  private final Function<double[], double[]> residuals;

  LeastSquares(Function<double[], double[]> residuals) {
    this.residuals = residuals;
  }

  double[] minimum(double[] start, int iterations) {
    double[] at = start.clone();
    double[] here = residuals.apply(at);
    double damping = 0.1;
    for (int i = 0; i < iterations; i++) {
      double[][] jacobian = jacobian(at, here);
      for (int attempt = 0; attempt < 4; attempt++) {
        double[] next = step(at, here, jacobian, damping);
        double[] there = residuals.apply(next);
        if (cost(there) < cost(here)) {
          at = next;
          here = there;
          damping /= 4;
          break;
        }
        damping *= 5;
      }
    }
    return at;
  }

  static double cost(double[] residuals) {
    return Arrays.stream(residuals)
        .map(Math::abs)
        .map(each -> each <= LARGE ? each * each : LARGE * (2 * each - LARGE))
        .sum();
  }

  /** One row for each parameter. */
  private double[][] jacobian(double[] at, double[] here) {
    return IntStream.range(0, at.length)
        .parallel()
        .mapToObj(
            parameter -> {
              double[] beside = at.clone();
              beside[parameter] += DIFFERENCE;
              double[] there = residuals.apply(beside);
              for (int row = 0; row < there.length; row++) {
                there[row] = (there[row] - here[row]) / DIFFERENCE;
              }
              return there;
            })
        .toArray(double[][]::new);
  }

  private static double[] step(double[] at, double[] here, double[][] jacobian, double damping) {
    int size = at.length;
    double[][] matrix = new double[size][size + 1];
    double[] weights =
        Arrays.stream(here)
            .map(each -> Math.min(1, LARGE / Math.max(1e-9, Math.abs(each))))
            .toArray();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int row = 0; row < here.length; row++) {
          sum += weights[row] * jacobian[i][row] * jacobian[j][row];
        }
        matrix[i][j] = sum;
        matrix[j][i] = sum;
      }
      for (int row = 0; row < here.length; row++) {
        matrix[i][size] -= weights[row] * jacobian[i][row] * here[row];
      }
    }
    for (int i = 0; i < size; i++) {
      matrix[i][i] *= 1 + damping;
    }
    double[] by = solved(matrix);
    double[] next = at.clone();
    for (int i = 0; i < size; i++) {
      next[i] += Math.max(-0.5, Math.min(0.5, by[i]));
    }
    return next;
  }

  /** Gauss's elimination; the matrix is positive definite, since every parameter has a prior. */
  private static double[] solved(double[][] matrix) {
    int size = matrix.length;
    for (int i = 0; i < size; i++) {
      for (int below = i + 1; below < size; below++) {
        double factor = matrix[below][i] / matrix[i][i];
        for (int j = i; j <= size; j++) {
          matrix[below][j] -= factor * matrix[i][j];
        }
      }
    }
    double[] solution = new double[size];
    for (int i = size - 1; i >= 0; i--) {
      double rest = matrix[i][size];
      for (int j = i + 1; j < size; j++) {
        rest -= matrix[i][j] * solution[j];
      }
      solution[i] = rest / matrix[i][i];
    }
    return solution;
  }
}
