package dev.gpuadvisor.sizing.speed;

/** Seconds of the steps of one copy of a model that serves several sequences. */
interface Batch {

  /** A step that generates for so many sequences. */
  double step(double sequences);

  /** Of it, what is arithmetic. */
  double arithmetic(double sequences);

  /** What a prompt adds to the steps that read it beside so many sequences. */
  double mixed(double sequences);

  /** From a request to its first token where nothing else runs. */
  double alone();

  /**
   * What a first token waits besides for the steps that run when its request comes.
   *
   * @param atRandom whether it comes at any moment; else as soon as a step has ended
   */
  double before(double sequences, boolean atRandom);

  /** What a prompt keeps others from being read: its part of the steps that read it. */
  double place(double sequences);

  /** Share of the prompts' queue that forms; 1 where requests come at random. */
  double queue();

  /** What the front end keeps a first token back when it hands out so many tokens a second. */
  double frontEnd(double tokensPerSecond);
}
