"""The rows: the contract they follow, the engines that hold them, how they come in."""
