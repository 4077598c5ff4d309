package dev.gpuadvisor.sizing.llamacpp;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a computation in the order in which they are made, and how large a buffer must be
 * so that each is there from when it is made until it was last used. llama.cpp lays its graph out
 * so when it starts, and calls the result its compute buffer.
 */
final class ComputeGraph {

  /**
   * @param uses the tensors that it is made from
   * @param inPlace whether it may overwrite one of them that nothing else needs
   */
  private record Tensor(long bytes, int[] uses, boolean inPlace) {}

  private final List<Tensor> tensors = new ArrayList<>();

  /** A tensor with memory of its own. */
  int add(long bytes, int... uses) {
    tensors.add(new Tensor(bytes, uses, false));
    return tensors.size() - 1;
  }

  /** One that overwrites a tensor of its size which it is the last to use. */
  int over(long bytes, int... uses) {
    tensors.add(new Tensor(bytes, uses, true));
    return tensors.size() - 1;
  }

  /** Bytes of the buffer. */
  long bytes() {
    int[] users = new int[tensors.size()];
    for (Tensor tensor : tensors) {
      for (int used : tensor.uses()) {
        users[used]++;
      }
    }
    FreeBlocks memory = new FreeBlocks();
    long[] at = new long[tensors.size()];
    boolean[] owned = new boolean[tensors.size()];
    for (int i = 0; i < at.length; i++) {
      Tensor tensor = tensors.get(i);
      int reused = tensor.inPlace() ? reusable(tensor, users, owned) : -1;
      if (reused >= 0) {
        owned[reused] = false;
      }
      at[i] = reused >= 0 ? at[reused] : memory.take(tensor.bytes());
      owned[i] = true;
      for (int used : tensor.uses()) {
        users[used]--;
        if (users[used] == 0 && owned[used]) {
          memory.free(at[used], tensors.get(used).bytes());
          owned[used] = false;
        }
      }
    }
    return memory.highest();
  }

  private int reusable(Tensor tensor, int[] users, boolean[] owned) {
    for (int used : tensor.uses()) {
      if (owned[used] && users[used] == 1 && tensors.get(used).bytes() == tensor.bytes()) {
        return used;
      }
    }
    return -1;
  }
}
