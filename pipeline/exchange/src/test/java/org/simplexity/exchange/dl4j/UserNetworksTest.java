package org.simplexity.exchange.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.simplexity.exchange.Evaluator;
import org.simplexity.exchange.ExchangeException;
import org.simplexity.exchange.FinishedNetwork;
import org.simplexity.exchange.KernelEvaluator;
import org.simplexity.exchange.Networks;
import org.simplexity.kernel.NativeEnvironment;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;

/** Networks that somebody made with DL4J, trained a little there, run in the kernel. */
class UserNetworksTest {
  private static final Shape SHAPE = new Shape(3, 9, 9);
  private static final int COUNT = 6;
  private static final int CLASSES = 4;

  static {
    NativeEnvironment.prepare();
  }

  @TempDir private Path folder;

  private static NeuralNetConfiguration.Builder settings() {
    return new NeuralNetConfiguration.Builder().seed(1).weightInit(WeightInit.XAVIER);
  }

  private static InputType images() {
    return InputType.convolutional(SHAPE.height(), SHAPE.width(), SHAPE.channels());
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder().nOut(CLASSES).activation(Activation.SOFTMAX).build();
  }

  @Test
  void aChainOfLayersWithTheirActivationsAgreesWithDl4j() throws IOException {
    MultiLayerConfiguration configuration =
        settings()
            .list()
            .layer(
                new ConvolutionLayer.Builder(3, 3)
                    .nOut(6)
                    .padding(1, 1)
                    .activation(Activation.RELU)
                    .build())
            .layer(new BatchNormalization())
            .layer(
                new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build())
            .layer(
                new SeparableConvolution2D.Builder(3, 3)
                    .nOut(8)
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(Activation.RELU)
                    .build())
            .layer(
                new DepthwiseConvolution2D.Builder(3, 3)
                    .padding(1, 1)
                    .activation(Activation.IDENTITY)
                    .build())
            .layer(new ActivationLayer(Activation.RELU))
            .layer(new DropoutLayer(0.5))
            .layer(new DenseLayer.Builder().nOut(10).activation(Activation.RELU).build())
            .layer(output())
            .setInputType(images())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    for (int step = 0; step < 5; step++) {
      network.fit(new DataSet(pixels(), labels()));
    }
    assertAgrees(save(network));
  }

  @Test
  void aPerceptronOnFlatImagesAgreesWithDl4j() throws IOException {
    MultiLayerConfiguration configuration =
        settings()
            .list()
            .layer(new DenseLayer.Builder().nOut(12).activation(Activation.RELU).build())
            .layer(output())
            .setInputType(images())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    assertAgrees(save(network));
  }

  private static ComputationGraph residual(Activation activation) {
    ComputationGraphConfiguration configuration =
        settings()
            .activation(activation)
            .graphBuilder()
            .addInputs("in")
            .addLayer("pad", new ZeroPaddingLayer(1, 1), "in")
            .addLayer("conv", new ConvolutionLayer.Builder(3, 3).nOut(5).build(), "pad")
            .addLayer("norm", new BatchNormalization.Builder().useLogStd(true).build(), "conv")
            .addLayer("one", new ConvolutionLayer.Builder(1, 1).nOut(5).build(), "in")
            .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "norm", "one")
            .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "add")
            .addLayer("out", output(), "pool")
            .setOutputs("out")
            .setInputTypes(images())
            .build();
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    return network;
  }

  @Test
  void aResidualGraphAgreesWithDl4j() throws IOException {
    ComputationGraph network = residual(Activation.IDENTITY);
    for (int step = 0; step < 5; step++) {
      network.fit(new DataSet(pixels(), labels()));
    }
    Path file = folder.resolve("graph.zip");
    ModelSerializer.writeModel(network, file.toFile(), true);
    assertAgrees(file);
  }

  @Test
  void anActivationThatIsNotSupportedIsNamedWithThoseThatAre() throws IOException {
    Path file = folder.resolve("graph.zip");
    ModelSerializer.writeModel(residual(Activation.SIGMOID), file.toFile(), true);
    assertThatThrownBy(() -> Dl4jGraph.read(file, SHAPE))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContainingAll("graph.zip", "sigmoid", "identity and relu");
  }

  @Test
  void aLayerThatIsNotSupportedIsNamedWithThoseThatAre() throws IOException {
    MultiLayerConfiguration configuration =
        settings()
            .list()
            .layer(new LocalResponseNormalization.Builder().name("lrn").build())
            .layer(output())
            .setInputType(images())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    Path file = save(network);
    assertThatThrownBy(() -> Dl4jGraph.read(file, SHAPE))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContainingAll(
            "chain.zip", "layer 'lrn' is a LocalResponseNormalization", "ConvolutionLayer");
  }

  @Test
  void aRecurrentNetworkIsRefused() throws IOException {
    MultiLayerConfiguration configuration =
        settings()
            .list()
            .layer(new LSTM.Builder().nIn(3).nOut(4).build())
            .layer(
                new RnnOutputLayer.Builder().nIn(4).nOut(2).activation(Activation.SOFTMAX).build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    Path file = save(network);
    assertThatThrownBy(() -> Dl4jGraph.read(file, SHAPE)).hasMessageContaining("is a LSTM");
  }

  @Test
  void imagesOfAnotherShapeAreRefusedWithBothShapes() throws IOException {
    MultiLayerConfiguration configuration =
        settings()
            .activation(Activation.RELU)
            .list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(2).build())
            .layer(output())
            .setInputType(images())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    Path file = save(network);
    assertThatThrownBy(() -> Dl4jGraph.read(file, new Shape(1, 9, 9)))
        .hasMessageContainingAll("layer 'layer0' reads 3 channels, but gets 1x9x9");
    assertThatThrownBy(() -> Dl4jGraph.read(file, new Shape(3, 8, 8)))
        .hasMessageContainingAll("layer1", "reads 2x7x7, but gets 2x6x6 for images of 3x8x8");
  }

  private Path save(MultiLayerNetwork network) throws IOException {
    Path file = folder.resolve("chain.zip");
    ModelSerializer.writeModel(network, file.toFile(), true);
    return file;
  }

  private static INDArray pixels() {
    int[] shape = {COUNT, SHAPE.channels(), SHAPE.height(), SHAPE.width()};
    return Nd4j.create(Networks.images(SHAPE, COUNT), shape, 'c');
  }

  private static INDArray labels() {
    INDArray labels = Nd4j.zeros(COUNT, CLASSES);
    for (int i = 0; i < COUNT; i++) {
      labels.putScalar(i, i % CLASSES, 1);
    }
    return labels;
  }

  /** Both as ln p: a zip that ends in a softmax knows its logits only up to a constant. */
  private static void assertAgrees(Path file) {
    FinishedNetwork converted = Dl4jGraph.read(file, SHAPE);
    float[] images = Networks.images(SHAPE, COUNT);
    PlanSettings settings = PlanSettings.defaults(COUNT).withThreads(1);
    try (Evaluator dl4j = Dl4jEvaluator.open(file, SHAPE);
        Evaluator kernel = new KernelEvaluator(converted, settings)) {
      assertThat(kernel.classes()).isEqualTo(CLASSES);
      float[] theirs = dl4j.logits(images, COUNT);
      float[] ours = logarithms(kernel.logits(images, COUNT));
      assertThat(ours).containsExactly(theirs, within(1e-4f));
    }
  }

  private static float[] logarithms(float[] logits) {
    float[] logarithms = new float[logits.length];
    for (int from = 0; from < logits.length; from += CLASSES) {
      double sum = 0;
      for (int c = from; c < from + CLASSES; c++) {
        sum += Math.exp(logits[c]);
      }
      for (int c = from; c < from + CLASSES; c++) {
        logarithms[c] = (float) (logits[c] - Math.log(sum));
      }
    }
    return logarithms;
  }
}
