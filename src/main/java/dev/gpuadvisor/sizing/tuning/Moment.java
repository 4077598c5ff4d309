package dev.gpuadvisor.sizing.tuning;

import java.util.List;

/**
 * What one GPU holds for a while at one moment of a step, in bytes beyond weights, all gradients
 * and the optimizer's state.
 *
 * @param activations inputs of layers, one layer that is calculated again, and gradients that are
 *     not yet divided; less by the room of gradients that are not there yet
 * @param logits with their softmax and gradients
 * @param gathered weights and gradients of other GPUs' parts
 * @param optimizerStep what the optimizer needs beyond its state
 * @param unusable blocks between what layers have
 */
record Moment(long activations, long logits, long gathered, long optimizerStep, long unusable) {

  private static final int BYTES_16_BIT = 2;

  /**
   * The fullest moment of a step: at the loss, while a layer is calculated again, or while weights
   * are changed.
   *
   * @param late bytes of gradients that come as the inputs of layers go, so that they never lie
   *     beside all of them: a step of one pass starts without any ({@code zero_grad} sets them to
   *     none). 0 where they are there all the time
   */
  static Moment fullest(TrainingStep step, Gathering gathering, long optimizerStep, long late) {
    long again = step.layer() + step.left();
    Moment changing = new Moment(0, 0, 0, optimizerStep, 0);
    if (late == 0) {
      return fullest(
          new Moment(step.checkpoints(), step.loss(), gathering.atLoss(), 0, 0),
          new Moment(step.checkpoints() + again, 0, gathering.atLayer(), 0, step.unusable()),
          changing);
    }
    long atLoss = step.checkpoints() + BYTES_16_BIT * gathering.model().embeddingTableParameters();
    long atFirst = step.checkpoints() + again + gathering.unreduced();
    return fullest(
        new Moment(
            Math.max(0, atLoss - late),
            Math.max(0, step.loss() - Math.max(0, late - atLoss)),
            gathering.weightsAtLoss(),
            0,
            0),
        new Moment(Math.max(0, atFirst - late), 0, gathering.weightsAtLayer(), 0, step.unusable()),
        new Moment(again, 0, gathering.atLayer(), 0, step.unusable()),
        changing);
  }

  private static Moment fullest(Moment... moments) {
    Moment most = moments[0];
    for (Moment moment : List.of(moments)) {
      most = moment.total() > most.total() ? moment : most;
    }
    return most;
  }

  private long total() {
    return activations + logits + gathered + optimizerStep + unusable;
  }
}
