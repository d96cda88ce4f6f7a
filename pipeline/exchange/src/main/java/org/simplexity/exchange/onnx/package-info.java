/**
 * Networks as ONNX models.
 *
 * <p>Entry types: {@link org.simplexity.exchange.onnx.OnnxModel} writes them, {@link
 * org.simplexity.exchange.onnx.OnnxEvaluator} runs them in ONNX Runtime. Format: ONNX, operator set
 * 17, <a href="https://onnx.ai/onnx/operators/">onnx.ai</a>.
 */
@NullMarked
package org.simplexity.exchange.onnx;

import org.jspecify.annotations.NullMarked;
