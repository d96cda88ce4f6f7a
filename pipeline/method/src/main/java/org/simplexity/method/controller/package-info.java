/**
 * A recurrent controller that draws discrete structures decision by decision, and its gradients.
 *
 * <p>Entry type: {@link org.simplexity.method.controller.Controller}. Plain arrays in double
 * precision; depends on space. Follows the lecture on structure selection, "Neural Architecture
 * Search", Zoph and Le 2017, §3, and Pham et al. 2018, §2.
 */
@NullMarked
package org.simplexity.method.controller;

import org.jspecify.annotations.NullMarked;
