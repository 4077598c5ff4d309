package dev.gpuadvisor;

import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.api.operation.Operations;
import java.time.Clock;
import java.util.List;

/** The product put together: what both doors open to. */
public final class GpuAdvisor {

  private GpuAdvisor() {}

  /**
   * @param clock decides how old prices are
   */
  public static Api api(Clock clock) {
    return new Api(Operations.with(List.of()), clock);
  }
}
