package dev.gpuadvisor.problem;

/** Ends the work on a request whose answer is a problem document. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.kind(), null, false, false); // an answer, not a failure: no stack trace
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
