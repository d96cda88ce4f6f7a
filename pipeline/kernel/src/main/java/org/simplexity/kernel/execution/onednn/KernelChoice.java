package org.simplexity.kernel.execution.onednn;

import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.graph.Operation;

/** The kernel of each operation. */
final class KernelChoice {
  private KernelChoice() {}

  static Kernel of(Site site) {
    Operation operation = site.value().operation();
    if (operation instanceof Operation.Normalise) {
      return site.task().part() == Task.Part.STATISTICS
          ? new StatisticsKernel(site)
          : new NormalisationKernel(site);
    }
    if (operation instanceof Operation.Mix mix) {
      return new LinearKernel(site, mix.structure());
    }
    if (operation instanceof Operation.Sum) {
      return new LinearKernel(site, null);
    }
    return operation instanceof Operation.Input || operation instanceof Operation.Zero
        ? new ConstantKernel()
        : structural(site, operation);
  }

  private static Kernel structural(Site site, Operation operation) {
    if (operation instanceof Operation.Convolve convolve) {
      Primitives primitives = ConvolutionPrimitives.full(site, convolve);
      return new WeightedKernel(site, primitives, convolve.weight(), convolve.bias());
    }
    if (operation instanceof Operation.DepthwiseConvolve depthwise) {
      Primitives primitives = ConvolutionPrimitives.depthwise(site, depthwise);
      return new WeightedKernel(site, primitives, depthwise.weight(), null);
    }
    if (operation instanceof Operation.Dense dense) {
      return new WeightedKernel(site, new DensePrimitives(site), dense.weight(), dense.bias());
    }
    return weightless(site, operation);
  }

  private static Kernel weightless(Site site, Operation operation) {
    if (operation instanceof Operation.MaxPool pool) {
      return PoolingKernel.maximum(site, pool.settings().window());
    }
    if (operation instanceof Operation.AveragePool pool) {
      return PoolingKernel.average(site, pool.settings().window());
    }
    if (operation instanceof Operation.GlobalAveragePool) {
      return PoolingKernel.global(site);
    }
    if (operation instanceof Operation.Concatenate) {
      return new ConcatenationKernel(site);
    }
    if (operation instanceof Operation.Rectify) {
      return new RectifyKernel(site);
    }
    if (operation instanceof Operation.Subsample subsample) {
      return new SubsampleKernel(site, subsample);
    }
    if (operation instanceof Operation.DropPath path) {
      return new DropPathKernel(site, path);
    }
    throw new IllegalArgumentException("no kernel for " + operation);
  }
}
