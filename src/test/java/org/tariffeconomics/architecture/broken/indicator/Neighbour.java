package org.tariffeconomics.architecture.broken.indicator;

/** On the same floor as the package that uses it. */
public final class Neighbour {}
