package dev.gpuadvisor.cli;

import java.util.List;

/** How it ends. */
enum Status {
  /** There is an answer. */
  ANSWERED,
  /** There is one, and it is that nothing fits, or that the budget does not do. */
  NOTHING_FITS,
  /** The question was wrong. */
  WRONG_QUESTION,
  /** Nobody answered. */
  NOT_ANSWERED;

  int code() {
    return ordinal();
  }

  /** Of an answer to what was asked. */
  static Status of(Command command, Node answer) {
    boolean fits =
        switch (command) {
          case RECOMMEND -> answer.at("picks.recommended").isPresent();
          case ESTIMATE -> AssessmentsTable.fits(answer);
          case COMPARE -> any(answer.at("assessments").list());
          case OFFERS -> !isEmptyList(answer.at("offers"));
          case MODELS -> !isEmptyList(answer.at("models"));
          default -> true;
        };
    return fits ? ANSWERED : NOTHING_FITS;
  }

  private static boolean any(List<Node> assessments) {
    return assessments.stream().anyMatch(AssessmentsTable::fits);
  }

  private static boolean isEmptyList(Node list) {
    return list.isPresent() && list.list().isEmpty();
  }
}
