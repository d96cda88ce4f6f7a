package org.simplexity.report.content;

/** One thing under a heading. */
public sealed interface Block
    permits Text,
        Facts,
        ResultsTable,
        LineChart,
        HeatMap,
        StructureMovement,
        Drawing,
        Gallery,
        Dial,
        PriceMap,
        Picture,
        Folded {}
