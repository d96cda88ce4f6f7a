/**
 * A family of structures from one search: hypernetworks that give the structure for every price of
 * the operations, what operations cost, and the choice of a structure within a budget.
 *
 * <p>Entry types: {@link org.simplexity.method.family.StructureFamilySearch} and {@link
 * org.simplexity.method.family.HardBudget}. Depends on kernel, data and space; stages depend on it.
 * Follows the document on vector complexity (control of operating characteristics, Firsov 2024).
 */
@NullMarked
package org.simplexity.method.family;

import org.jspecify.annotations.NullMarked;
