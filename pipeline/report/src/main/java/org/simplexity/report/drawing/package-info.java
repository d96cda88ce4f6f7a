/**
 * Drawings of structures as SVG: cells laid out in layers, γ as a heat map, densities over the
 * simplex.
 *
 * <p>Entry types: {@link org.simplexity.report.drawing.GenotypeDrawing} and {@link
 * org.simplexity.report.drawing.StructureDrawing}; {@link
 * org.simplexity.report.drawing.SimplexDrawing} draws densities over a triangle, {@link
 * org.simplexity.report.drawing.SimplexTrajectory} the paths of γ, {@link
 * org.simplexity.report.drawing.SurfaceDrawing} and {@link
 * org.simplexity.report.drawing.HeatDrawing} values over two axes, {@link
 * org.simplexity.report.drawing.DiagramDrawing} draws any directed acyclic graph, and {@link
 * org.simplexity.report.drawing.DrawingColumn} puts several drawings into one. Layout is Eclipse
 * ELK's layered algorithm (Sugiyama et al. 1981; Schulze et al. 2014).
 */
@NullMarked
package org.simplexity.report.drawing;

import org.jspecify.annotations.NullMarked;
