package dev.gpuadvisor.parameter;

/** Where a form asks for a parameter. */
public enum Place {
  /** At once: most questions need it. */
  FIRST,
  /** Among what is unfolded: some need it. */
  MORE,
  /** Only where it was given already: a form that drops it would ask something else. */
  IF_GIVEN
}
