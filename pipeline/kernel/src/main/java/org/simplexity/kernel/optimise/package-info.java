/**
 * Optimisers over flat vectors: update rules, clipping, learning-rate schedules.
 *
 * <p>Entry types: {@link org.simplexity.kernel.optimise.UpdateRule} and {@link
 * org.simplexity.kernel.optimise.Schedule}. Depends on flat vectors only. Follows the conventions
 * of PyTorch's {@code torch.optim}, with Sutskever et al. 2013 and Kingma and Ba 2015.
 */
@NullMarked
package org.simplexity.kernel.optimise;

import org.jspecify.annotations.NullMarked;
