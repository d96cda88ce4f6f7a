package org.simplexity.exchange.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;

/**
 * One vertex of a graph, or one layer of a chain.
 *
 * @param name its name
 * @param inputs names of what it reads
 * @param preprocessor what changes its input first, if anything
 * @param layer settings of its layer, or null
 * @param vertex settings of a vertex that is no layer, or null
 * @param numbers its trained numbers, or null
 */
record Step(
    String name,
    List<String> inputs,
    @Nullable InputPreProcessor preprocessor,
    @Nullable Layer layer,
    @Nullable GraphVertex vertex,
    org.deeplearning4j.nn.api.@Nullable Layer numbers) {}
